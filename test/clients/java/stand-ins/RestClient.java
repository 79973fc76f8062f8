package org.springframework.web.client;

import java.util.function.Consumer;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Stands in for the client of Spring 6.1, with its signatures, as far as the cases call them. */
public interface RestClient {
    RequestHeadersUriSpec<?> get();

    RequestBodyUriSpec post();

    static RestClient create() {
        return new RestClient() {
            @Override
            public RequestHeadersUriSpec<?> get() {
                return new Exchange(HttpMethod.GET);
            }

            @Override
            public RequestBodyUriSpec post() {
                return new Exchange(HttpMethod.POST);
            }
        };
    }

    interface UriSpec<S extends RequestHeadersSpec<?>> {
        S uri(String uri, Object... uriVariables);
    }

    interface RequestHeadersSpec<S extends RequestHeadersSpec<S>> {
        S header(String header, String... headerValues);

        S headers(Consumer<HttpHeaders> headersConsumer);

        ResponseSpec retrieve();
    }

    interface RequestBodySpec extends RequestHeadersSpec<RequestBodySpec> {
        RequestBodySpec body(Object body);
    }

    interface RequestHeadersUriSpec<S extends RequestHeadersSpec<S>> extends UriSpec<S>, RequestHeadersSpec<S> {}

    interface RequestBodyUriSpec extends RequestBodySpec, RequestHeadersUriSpec<RequestBodySpec> {}

    interface ResponseSpec {
        <T> T body(Class<T> bodyType);

        <T> ResponseEntity<T> toEntity(Class<T> bodyType);
    }

    /** One request, sent by RestTemplate. */
    class Exchange implements RequestBodyUriSpec, ResponseSpec {
        private final HttpMethod method;
        private final HttpHeaders sent = new HttpHeaders();
        private String uri = "";
        private Object body;

        Exchange(HttpMethod method) {
            this.method = method;
        }

        @Override
        public RequestBodySpec uri(String uri, Object... uriVariables) {
            this.uri = uri;
            return this;
        }

        @Override
        public RequestBodySpec header(String header, String... headerValues) {
            for (String value : headerValues) {
                sent.add(header, value);
            }
            return this;
        }

        @Override
        public RequestBodySpec headers(Consumer<HttpHeaders> headersConsumer) {
            headersConsumer.accept(sent);
            return this;
        }

        @Override
        public RequestBodySpec body(Object body) {
            this.body = body;
            return this;
        }

        @Override
        public ResponseSpec retrieve() {
            return this;
        }

        @Override
        public <T> T body(Class<T> bodyType) {
            return toEntity(bodyType).getBody();
        }

        @Override
        public <T> ResponseEntity<T> toEntity(Class<T> bodyType) {
            return new RestTemplate().exchange(uri, method, new HttpEntity<>(body, sent), bodyType);
        }
    }
}
