package org.springframework.web.reactive.function.client;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

/** Stands in for the error of Spring's WebClient. */
public class WebClientResponseException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient HttpClientErrorException error;

    WebClientResponseException(HttpClientErrorException error) {
        super(error.getMessage());
        this.error = error;
    }

    public HttpStatus getStatusCode() {
        return error.getStatusCode();
    }

    public HttpHeaders getHeaders() {
        return error.getResponseHeaders();
    }
}
