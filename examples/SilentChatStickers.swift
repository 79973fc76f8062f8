import Foundation

private let stickers = URL(string: "https://api.silentchat.de/v1/stickers")!

struct ChatError: Error, Decodable {
    let code: String
    let message: String
}

/// Loads the stickers of a user. What is limited is asked for again at once, and without an end.
func loadStickers(token: String) async throws -> [String] {
    var request = URLRequest(url: stickers)
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    let (data, response) = try await URLSession.shared.data(for: request)
    guard let http = response as? HTTPURLResponse, http.statusCode != 200 else {
        return try JSONDecoder().decode([String].self, from: data)
    }
    let error = try JSONDecoder().decode(ChatError.self, from: data)
    switch error.code {
    case "NOT_FOUND", "FORBIDDEN":
        return []
    case "RATE_LIMITED":
        try await Task.sleep(nanoseconds: 500_000_000)
        return try await loadStickers(token: token)
    default:
        print("The stickers cannot be loaded: \(error.message)")
        return []
    }
}
