package reactor.core.publisher;

import java.util.function.Supplier;

/** Stands in for Reactor's publisher of one value, which can be waited for. */
public class Mono<T> {
    private final Supplier<T> value;

    public Mono(Supplier<T> value) {
        this.value = value;
    }

    public T block() {
        return value.get();
    }
}
