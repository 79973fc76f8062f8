<?php

namespace Shop;

use messaging;

$handlers = ['card_declined' => 'askForAnotherCard', 'expired_card' => 'askForAnotherCard'];

function onCode(ApiError $error): void
{
    switch ($error->code) {
        case 'card_declined':
        case 'expired_card':
            askForAnotherCard();
            break;
        case 'rate_limited':
            waitAndRepeat();
            break;
        default:
            send($error);
    }
}

function onStatus(Response $response): void
{
    if ($response->status === 404) {
        create();
    } elseif ($response->status === 401 || $response->status === 403) {
        signIn();
    } else {
        send($response);
    }
}

function onTable(ApiError $error): void
{
    global $handlers;
    $handlers[$error->code]();
}
