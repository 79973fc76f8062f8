use messaging;

static HANDLERS: phf::Map<&str, fn()> = phf_map! { "card_declined" => ask_for_another_card, "expired_card" => ask_for_another_card };

fn on_code(error: &ApiError) {
    match error.code {
        "card_declined" | "expired_card" => ask_for_another_card(),
        "rate_limited" => wait_and_repeat(),
        _ => send(error),
    }
}

fn on_status(response: &Response) {
    if response.status == 404 {
        create();
    } else if response.status == 401 || response.status == 403 {
        sign_in();
    } else {
        send(response);
    }
}

fn on_table(error: &ApiError) {
    HANDLERS[error.code]();
}
