using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Threading.Tasks;

/// <summary>Reads pictures from SilentChat.</summary>
public class SilentChatPictures
{
    private const string Pictures = "https://api.silentchat.de/v1/media";

    private readonly HttpClient client;
    private string token;

    public SilentChatPictures(HttpClient client, string token)
    {
        this.client = client;
        this.token = token;
    }

    /// <summary>Asks for a picture. What is limited is asked for again at once, and an old token is not refreshed.</summary>
    public async Task<Picture?> LoadAsync(string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Pictures}/{id}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await client.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<Answer>();
        return answer?.Error?.Code switch
        {
            null => answer?.Picture,
            "NOT_FOUND" or "FORBIDDEN" => null,
            "RATE_LIMITED" => await LoadAsync(id),
            _ => Report(answer.Error),
        };
    }

    private async Task RefreshTokenAsync()
    {
        token = await client.GetStringAsync("/token");
    }

    private static Picture? Report(ApiError error)
    {
        Console.Error.WriteLine(error.Message);
        return null;
    }

    public record Picture(string Id, string Address);

    private record ApiError(string Code, string Message);

    private record Answer(Picture? Picture, ApiError? Error);
}
