<?php

// A small stand-in for Laravel's HTTP client: the signatures are Laravel's, curl does the work.

namespace Illuminate\Http\Client {
    final class Response implements \ArrayAccess
    {
        private array $headers = [];
        private string $body;
        private int $status;

        public function __construct(string $url, array $sent)
        {
            $handle = curl_init($url);
            curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
            curl_setopt($handle, CURLOPT_HTTPHEADER, $sent);
            curl_setopt($handle, CURLOPT_HEADERFUNCTION, function ($handle, string $line): int {
                [$name, $value] = explode(':', $line, 2) + [1 => ''];
                $this->headers[strtolower($name)] = trim($value);

                return strlen($line);
            });
            $this->body = (string) curl_exec($handle);
            $this->status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        }

        public function status(): int
        {
            return $this->status;
        }

        public function header(string $header): string
        {
            return $this->headers[strtolower($header)] ?? '';
        }

        public function body(): string
        {
            return $this->body;
        }

        public function json(?string $key = null, mixed $default = null): mixed
        {
            $value = json_decode($this->body, true);
            foreach ($key === null ? [] : explode('.', $key) as $one) {
                $value = $value[$one] ?? $default;
            }

            return $value;
        }

        public function throw(): static
        {
            return $this->status < 400 ? $this : throw new RequestException($this);
        }

        public function offsetExists(mixed $offset): bool
        {
            return isset($this->json()[$offset]);
        }

        public function offsetGet(mixed $offset): mixed
        {
            return $this->json()[$offset];
        }

        public function offsetSet(mixed $offset, mixed $value): void
        {
            throw new \LogicException('Response data may not be mutated using array access.');
        }

        public function offsetUnset(mixed $offset): void
        {
            throw new \LogicException('Response data may not be mutated using array access.');
        }
    }

    final class RequestException extends \Exception
    {
        public function __construct(public Response $response)
        {
            parent::__construct('HTTP request returned status code ' . $response->status(), $response->status());
        }
    }

    final class PendingRequest
    {
        private array $headers = [];

        public function withToken(string $token, string $type = 'Bearer'): static
        {
            $this->headers[] = "Authorization: $type $token";

            return $this;
        }

        public function get(string $url, array|string|null $query = null): Response
        {
            return new Response($url, $this->headers);
        }
    }
}

namespace Illuminate\Support\Facades {
    final class Http
    {
        public static function __callStatic(string $method, array $arguments): mixed
        {
            return (new \Illuminate\Http\Client\PendingRequest())->$method(...$arguments);
        }
    }
}
