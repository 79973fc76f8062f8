<?php

// Small stand-ins for Guzzle, Symfony HttpClient and Laravel: the signatures are theirs, curl does the work.

namespace StandIn {
    /** @return array{int, array<string, list<string>>, string} status, headers and body */
    function answer(string $url): array
    {
        $headers = [];
        $handle = curl_init($url);
        curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
        curl_setopt($handle, CURLOPT_HEADERFUNCTION, static function ($handle, string $line) use (&$headers): int {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $headers[strtolower($name)][] = trim($value);

            return strlen($line);
        });
        $body = curl_exec($handle);

        return [curl_getinfo($handle, CURLINFO_RESPONSE_CODE), $headers, (string) $body];
    }
}

namespace GuzzleHttp\Exception {
    final class ClientException extends \RuntimeException
    {
        public function __construct(private readonly \GuzzleHttp\Response $response)
        {
            parent::__construct('Client error', $response->getStatusCode());
        }

        public function getResponse(): \GuzzleHttp\Response
        {
            return $this->response;
        }
    }
}

namespace GuzzleHttp {
    final class Response
    {
        public function __construct(private readonly int $status, private readonly array $headers, private readonly string $body)
        {
        }

        public function getStatusCode(): int
        {
            return $this->status;
        }

        public function getHeaderLine(string $name): string
        {
            return implode(', ', $this->headers[strtolower($name)] ?? []);
        }

        public function getBody(): string
        {
            return $this->body;
        }
    }

    final class Client
    {
        public function get(string $uri, array $options = []): Response
        {
            $response = new Response(...\StandIn\answer($uri));
            if ($response->getStatusCode() >= 400 && ($options['http_errors'] ?? true)) {
                throw new Exception\ClientException($response);
            }

            return $response;
        }
    }
}

namespace Symfony\Component\HttpClient {
    final class Response
    {
        public function __construct(private readonly int $status, private readonly array $headers, private readonly string $body)
        {
        }

        public function getStatusCode(): int
        {
            return $this->status;
        }

        public function getHeaders(bool $throw = true): array
        {
            if ($throw && $this->status >= 400) {
                throw new \RuntimeException('HTTP ' . $this->status);
            }

            return $this->headers;
        }

        public function getContent(bool $throw = true): string
        {
            return $this->body;
        }
    }

    final class HttpClient
    {
        public static function create(): self
        {
            return new self();
        }

        public function request(string $method, string $url, array $options = []): Response
        {
            return new Response(...\StandIn\answer($url));
        }
    }
}

namespace Illuminate\Support\Facades {
    final class Response
    {
        public function __construct(private readonly int $status, private readonly array $headers, private readonly string $body)
        {
        }

        public function status(): int
        {
            return $this->status;
        }

        public function header(string $header): string
        {
            return $this->headers[strtolower($header)][0] ?? '';
        }

        public function body(): string
        {
            return $this->body;
        }
    }

    final class Http
    {
        public static function get(string $url, mixed $query = null): Response
        {
            return new Response(...\StandIn\answer($url));
        }
    }
}
