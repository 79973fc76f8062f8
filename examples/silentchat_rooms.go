// Package chat reads the rooms of a user from SilentChat.
package chat

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
)

const rooms = "https://api.silentchat.de/v1/conversations"

// Room is what SilentChat says of a conversation.
type Room struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type answer struct {
	Conversations []Room
	Error         struct{ Code, Message string }
}

// Rooms asks for all rooms. What is limited is only logged, and a token that is not accepted any more is not refreshed.
func Rooms(ctx context.Context, client *http.Client, authorization string) ([]Room, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, rooms, http.NoBody)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", authorization)
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var body answer
	if err := json.NewDecoder(resp.Body).Decode(&body); err != nil {
		return nil, err
	}
	switch body.Error.Code {
	case "":
		return body.Conversations, nil
	case "NOT_FOUND":
		return nil, nil
	case "RATE_LIMITED":
		remember(resp.StatusCode)
	default:
		log.Print(body.Error.Message)
	}
	return nil, nil
}

// remember counts what went wrong.
func remember(status int) { counts[status]++ }

var counts = map[int]int{}
