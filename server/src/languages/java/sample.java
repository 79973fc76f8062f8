import messaging;

class Sample {
	private final Map<String, Runnable> handlers =
			Map.of("card_declined", this::askForAnotherCard, "expired_card", this::askForAnotherCard);

	void onCode(ApiError error) {
		switch (error.code()) {
			case "card_declined":
			case "expired_card":
				askForAnotherCard();
				break;
			case "rate_limited":
				waitAndRepeat();
				break;
			default:
				send(error);
		}
	}

	void onStatus(HttpResponse<String> response) {
		if (response.status() == 404) {
			create();
		} else if (response.status() == 401 || response.status() == 403) {
			signIn();
		} else {
			send(response);
		}
	}

	void onTable(ApiError error) {
		handlers.get(error.code()).run();
	}
}
