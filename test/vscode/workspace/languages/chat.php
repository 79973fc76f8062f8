<?php

const ADDRESS = 'https://api.silentchat.de/v1/messages';

function handle(array $error): void
{
    switch ($error['code']) {
        case 'VALIDATION_ERROR':
            show($error['message']);
            break;
        case 'CONFLICT':
            show('sent twice');
            break;
    }
}
