/// Reads the contacts of a user from SilentChat.
library;

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

const _contacts = 'https://api.silentchat.de/v1/contacts';

/// What SilentChat says of a request that it refuses.
class ChatException implements Exception {
  const ChatException(this.status, this.code);

  final int status;
  final String? code;
}

/// Asks for all contacts of the user whose token it is.
Future<List<dynamic>> contacts(http.Client client, String token) async {
  final response = await client.get(
    Uri.parse(_contacts),
    headers: {HttpHeaders.authorizationHeader: 'Bearer $token'},
  );
  final body = jsonDecode(response.body) as Map<String, dynamic>;
  if (response.statusCode == HttpStatus.ok) {
    return body['contacts'] as List<dynamic>;
  }
  final error = body['error'] as Map<String, dynamic>?;
  throw ChatException(response.statusCode, error?['code'] as String?);
}

/// Deals with an error. What is limited is asked for again at once, and a token that is not accepted stays as it is.
Future<List<dynamic>> recover(http.Client client, String token, ChatException error) async {
  switch (error.code) {
    case 'NOT_FOUND' || 'FORBIDDEN':
      return const [];
    case 'RATE_LIMITED':
      await Future<void>.delayed(const Duration(seconds: 1));
      return contacts(client, token);
    case 'FORBIDDEN':
      return const ['blocked'];
    default:
      stderr.writeln('The contacts cannot be read: ${error.code}');
      return const [];
  }
}
