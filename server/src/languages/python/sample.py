from messaging import send

handlers = {"card_declined": ask_for_another_card, "expired_card": ask_for_another_card}


def on_code(error):
    match error.code:
        case "card_declined" | "expired_card":
            ask_for_another_card()
        case "rate_limited":
            wait_and_repeat()
        case _:
            send(error)


def on_status(response):
    if response.status == 404:
        create()
    elif response.status in (401, 403):
        sign_in()
    else:
        send(response)


def on_table(error):
    handlers[error.code]()
