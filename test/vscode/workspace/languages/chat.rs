const ADDRESS: &str = "https://api.silentchat.de/v1/messages";

fn handle(error: &ApiError) {
    match error.code.as_str() {
        "VALIDATION_ERROR" => show(&error.message),
        "CONFLICT" => show("sent twice"),
        _ => {}
    }
}
