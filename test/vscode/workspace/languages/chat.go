package chat

import (
	"encoding/json"
	"fmt"
	"net/http"
)

const address = "https://api.silentchat.de/v1/messages"

type failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

func send() {
	response, err := http.Get(address)
	if err != nil {
		return
	}
	defer response.Body.Close()
	var body struct{ Error failure }
	_ = json.NewDecoder(response.Body).Decode(&body)
	switch body.Error.Code {
	case "VALIDATION_ERROR":
		fmt.Println(body.Error.Message)
	case "CONFLICT":
		fmt.Println("sent twice")
	}
}
