using messaging;

class Sample
{
    private readonly Dictionary<string, Action> handlers = new()
    {
        ["card_declined"] = AskForAnotherCard,
        ["expired_card"] = AskForAnotherCard,
    };

    void OnCode(ApiError error)
    {
        switch (error.code)
        {
            case "card_declined":
            case "expired_card":
                AskForAnotherCard();
                break;
            case "rate_limited":
                WaitAndRepeat();
                break;
            default:
                Send(error);
                break;
        }
    }

    void OnStatus(ApiResponse response)
    {
        if (response.status == 404)
        {
            Create();
        }
        else if (response.status is 401 or 403)
        {
            SignIn();
        }
        else
        {
            Send(response);
        }
    }

    void OnTable(ApiError error)
    {
        handlers[error.code]();
    }
}
