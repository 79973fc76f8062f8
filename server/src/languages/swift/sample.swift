import messaging

class Sample {
    let handlers: [String: () -> Void] = [
        "card_declined": askForAnotherCard,
        "expired_card": askForAnotherCard,
    ]

    func onCode(_ error: ApiError) {
        switch error.code {
        case "card_declined", "expired_card":
            askForAnotherCard()
        case "rate_limited":
            waitAndRepeat()
        default:
            send(error)
        }
    }

    func onStatus(_ response: Response) {
        if response.status == 404 {
            create()
        } else if response.status == 401 || response.status == 403 {
            signIn()
        } else {
            send(response)
        }
    }

    func onTable(_ error: ApiError) {
        handlers[error.code]?()
    }
}
