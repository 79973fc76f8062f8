package sample

import "messaging"

type apiError struct {
	code string
}

var handlers = map[string]func(){"card_declined": askForAnotherCard, "expired_card": askForAnotherCard}

func onCode(error apiError) {
	switch error.code {
	case "card_declined":
		fallthrough
	case "expired_card":
		askForAnotherCard()
	case "rate_limited":
		waitAndRepeat()
	default:
		messaging.Send(error)
	}
}

func onStatus(response messaging.Response) {
	if response.status == 404 {
		create()
	} else if response.status == 401 || response.status == 403 {
		signIn()
	} else {
		messaging.Send(response)
	}
}

func onTable(error apiError) {
	handlers[error.code]()
}
