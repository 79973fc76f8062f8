package org.springframework.web.reactive.function.client;

import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import reactor.core.publisher.Mono;

/** Stands in for the client of Spring 5, with its signatures, as far as the cases call them. */
public interface WebClient {
    RequestHeadersUriSpec<?> get();

    static WebClient create() {
        return Exchange::new;
    }

    interface UriSpec<S extends RequestHeadersSpec<?>> {
        S uri(String uri, Object... uriVariables);
    }

    interface RequestHeadersSpec<S extends RequestHeadersSpec<S>> {
        S header(String header, String... values);

        S headers(Consumer<HttpHeaders> headersConsumer);

        ResponseSpec retrieve();
    }

    interface RequestHeadersUriSpec<S extends RequestHeadersSpec<S>> extends UriSpec<S>, RequestHeadersSpec<S> {}

    interface ResponseSpec {
        <T> Mono<T> bodyToMono(Class<T> elementClass);
    }

    /** One request. */
    class Exchange implements RequestHeadersUriSpec<Exchange>, ResponseSpec {
        private final HttpHeaders sent = new HttpHeaders();
        private String uri = "";

        @Override
        public Exchange uri(String uri, Object... uriVariables) {
            this.uri = uri;
            return this;
        }

        @Override
        public Exchange header(String header, String... values) {
            for (String value : values) {
                sent.add(header, value);
            }
            return this;
        }

        @Override
        public Exchange headers(Consumer<HttpHeaders> headersConsumer) {
            headersConsumer.accept(sent);
            return this;
        }

        @Override
        public ResponseSpec retrieve() {
            return this;
        }

        @Override
        public <T> Mono<T> bodyToMono(Class<T> elementClass) {
            return new Mono<>(() -> {
                try {
                    return RestClient.create()
                            .get()
                            .uri(uri)
                            .headers(headers -> headers.putAll(sent))
                            .retrieve()
                            .body(elementClass);
                } catch (HttpClientErrorException e) {
                    throw new WebClientResponseException(e);
                }
            });
        }
    }
}
