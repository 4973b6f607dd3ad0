package io.cybervpn.presentation.shared;

import io.cybervpn.application.shared.IdempotencyKeys;
import io.cybervpn.application.shared.IdempotencyKeysContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** PostgreSQL keeps the contract of idempotency keys. */
@QuarkusTest
class PostgresIdempotencyKeysTest extends IdempotencyKeysContract {
    @Inject IdempotencyKeys keys;

    @Override
    protected IdempotencyKeys keys() {
        return keys;
    }
}
