const address = 'https://api.silentchat.de/v1/messages';

void handle(ApiError error) {
  switch (error.code) {
    case 'VALIDATION_ERROR':
      show(error.message);
    case 'CONFLICT':
      show('sent twice');
  }
}
