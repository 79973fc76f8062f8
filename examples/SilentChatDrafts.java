import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drafts of messages that SilentChat keeps. A limited request is sent again too early, and without an end. */
public class SilentChatDrafts {
    private static final String DRAFTS = "https://api.silentchat.de/v1/drafts/";
    private static final Pattern CODE = Pattern.compile("\"code\":\\s*\"(\\w+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";

    public String load(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(DRAFTS + id))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200) {
            return response.body();
        }
        String code = codeIn(response.body());
        switch (code) {
            case "NOT_FOUND":
                return "";
            case "RATE_LIMITED":
                Thread.sleep(500);
                return load(id);
            case "AUTH_INVALID_TOKEN":
                throw new IllegalStateException("signed out");
            default:
                throw new IOException(code);
        }
    }

    private void refreshToken() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://api.silentchat.de/v1/token"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        token = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String codeIn(String body) {
        Matcher found = CODE.matcher(body);
        return found.find() ? found.group(1) : "";
    }
}
