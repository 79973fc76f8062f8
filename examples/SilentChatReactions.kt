import java.net.HttpURLConnection
import java.net.URL

private const val REACTIONS = "https://api.silentchat.de/v1/reactions"

/** The codes that are answered here; all others are told alike. */
enum class ChatCode(val code: String) {
    GONE("NOT_FOUND"),
    TWICE("CONFLICT"),
    LIMITED("RATE_LIMITED"),
    SIGNED_OUT("AUTH_INVALID_TOKEN"),
}

class ChatException(val status: Int, val code: String) : RuntimeException(code)

/** Adds a reaction to a message; what was refused is told in a sentence. */
fun react(message: String, sign: String, token: String): String =
    try {
        send(message, sign, token)
        "Sent"
    } catch (error: ChatException) {
        when (error.code) {
            ChatCode.GONE.code -> "The message is gone."
            ChatCode.TWICE.code -> "You have reacted already."
            else -> "It did not work."
        }
    }

private fun send(message: String, sign: String, token: String) {
    val connection = URL("$REACTIONS/$message").openConnection() as HttpURLConnection
    connection.requestMethod = "POST"
    connection.setRequestProperty("Authorization", "Bearer $token")
    connection.doOutput = true
    connection.outputStream.use { it.write(sign.toByteArray()) }
    if (connection.responseCode in 200..299) return
    val body = connection.errorStream?.bufferedReader()?.readText() ?: ""
    throw ChatException(connection.responseCode, Regex("\"code\":\\s*\"(\\w+)\"").find(body)?.groupValues?.get(1) ?: "")
}
