package io.cybervpn.presentation.shared;

import static io.restassured.RestAssured.given;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Customers with an access token and without the cost of a registration. */
@Singleton
public final class Customers {
    private final AccessTokens tokens;

    @Inject
    Customers(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** Somebody who sends requests. */
    public record Customer(AccountId id, String token) {
        /** A request of his, with a JSON body if it has one. */
        public RequestSpecification asks() {
            return given().auth().oauth2(token).contentType(ContentType.JSON);
        }

        /** The same with an idempotency key. */
        public RequestSpecification asks(String key) {
            return asks().header("Idempotency-Key", key);
        }
    }

    /** Somebody new. */
    public Customer someone() {
        AccountId id = new AccountId(UUID.randomUUID());
        Instant now = Instant.now();
        return new Customer(
                id,
                tokens.issue(
                        new AccessTokens.Grant(
                                id,
                                AccountKind.CUSTOMER,
                                new SessionId(UUID.randomUUID()),
                                Optional.empty(),
                                now,
                                now.plus(Duration.ofHours(1)))));
    }
}
