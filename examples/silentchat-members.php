<?php

// Lists the members of a conversation of SilentChat. A rate limit is answered by asking again at once.

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;

final class Members
{
    private string $token = 'given by the program around';

    public function __construct(private readonly Client $client)
    {
    }

    private function refreshToken(): void
    {
        $this->token = 'another one; the program around knows where it is from';
    }

    public function of(string $conversation): array
    {
        try {
            $response = $this->client->get("https://api.silentchat.de/v1/conversations/$conversation/members", [
                'headers' => ['Authorization' => "Bearer {$this->token}"],
            ]);

            return json_decode((string) $response->getBody(), true)['members'];
        } catch (ClientException $e) {
            $error = json_decode((string) $e->getResponse()->getBody(), true)['error'];
            switch ($error['code']) {
                case 'NOT_FOUND':
                    return [];
                case 'RATE_LIMITED':
                    sleep(1);

                    return $this->of($conversation);
                case 'FORBIDDEN':
                    throw new RuntimeException('You do not belong to this conversation', 0, $e);
                default:
                    error_log($error['message']);
            }
        }

        return [];
    }
}
