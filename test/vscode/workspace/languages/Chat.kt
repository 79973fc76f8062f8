const val ADDRESS = "https://api.silentchat.de/v1/messages"

fun handle(error: ApiError) {
    when (error.code) {
        "VALIDATION_ERROR" -> show(error.message)
        "CONFLICT" -> show("sent twice")
    }
}
