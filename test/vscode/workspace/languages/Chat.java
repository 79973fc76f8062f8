class Chat {
    static final String ADDRESS = "https://api.silentchat.de/v1/messages";

    void handle(ApiError error) {
        switch (error.getCode()) {
            case "VALIDATION_ERROR":
                show(error.getMessage());
                break;
            case "CONFLICT":
                show("sent twice");
                break;
        }
    }
}
