class Chat
{
    const string Address = "https://api.silentchat.de/v1/messages";

    void Handle(ApiError error)
    {
        switch (error.Code)
        {
            case "VALIDATION_ERROR":
                Show(error.Message);
                break;
            case "CONFLICT":
                Show("sent twice");
                break;
        }
    }
}
