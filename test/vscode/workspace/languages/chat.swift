let address = "https://api.silentchat.de/v1/messages"

func handle(_ error: ApiError) {
    switch error.code {
    case "VALIDATION_ERROR":
        show(error.message)
    case "CONFLICT":
        show("sent twice")
    default:
        break
    }
}
