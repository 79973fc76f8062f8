"""Searches messages of SilentChat. A rate limit is answered by asking again at once."""

import time

import requests

SEARCH = "https://api.silentchat.de/v1/messages/search"

token = "given by the program around"


def refresh_token() -> None:
    """Asks for another token; the program around knows where."""


def search(text: str) -> list[str]:
    headers = {"Authorization": f"Bearer {token}"}
    response = requests.get(SEARCH, params={"q": text}, headers=headers, timeout=10)
    body = response.json()
    if response.ok:
        return [message["text"] for message in body["messages"]]
    match body["error"]["code"]:
        case "NOT_FOUND":
            return []
        case "RATE_LIMITED":
            time.sleep(1)
            return search(text)
        case "VALIDATION_ERROR":
            raise ValueError(body["error"]["message"])
        case _:
            print("The search failed")
            return []
