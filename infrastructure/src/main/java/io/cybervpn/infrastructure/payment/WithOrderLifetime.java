package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.GatewayFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of a provider, and the one that every provider has.
 *
 * @param lifetime what is set of that one
 */
record WithOrderLifetime(GatewayFields own, Optional<String> lifetime) implements GatewayFields {
    @Override
    public String provider() {
        return own.provider();
    }

    @Override
    public Optional<String> judging(String field) {
        return own.judging(field);
    }

    @Override
    public List<Field> fields() {
        return Stream.concat(
                        own.fields().stream(),
                        Stream.of(Field.plain(ORDER_LIFETIME, ORDER_LIFETIME_PATTERN, lifetime)))
                .toList();
    }
}
