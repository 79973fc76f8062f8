import messaging

class Sample {
	private val handlers = mapOf(
		"card_declined" to ::askForAnotherCard,
		"expired_card" to ::askForAnotherCard,
	)

	fun onCode(error: ApiError) {
		when (error.code) {
			"card_declined", "expired_card" -> askForAnotherCard()
			"rate_limited" -> waitAndRepeat()
			else -> send(error)
		}
	}

	fun onStatus(response: Response) {
		if (response.status == 404) {
			create()
		} else if (response.status == 401 || response.status == 403) {
			signIn()
		} else {
			send(response)
		}
	}

	fun onTable(error: ApiError) {
		handlers[error.code]?.invoke()
	}
}
