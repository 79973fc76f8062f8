import requests


def send(text: str) -> None:
    response = requests.post("https://api.silentchat.de/v1/messages", json={"text": text}, timeout=10)
    error = response.json()["error"]
    match error["code"]:
        case "VALIDATION_ERROR":
            print(error["message"])
        case "CONFLICT":
            print("sent twice")
