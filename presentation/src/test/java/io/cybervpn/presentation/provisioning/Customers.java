package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.presentation.identity.Logins;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Customers whose order was paid a moment ago. */
@Singleton
class Customers {
    @Inject UnitOfWork unitOfWork;
    @Inject Subscriptions subscriptions;
    @Inject Outbox outbox;
    @Inject AccessTokens tokens;
    @Inject Pool pool;

    /** A customer and his subscription. */
    record Customer(AccountId account, AccessId access, String token) {
        String path(String what) {
            return "/api/v1/subscriptions/" + access.value() + "/" + what;
        }

        /** The link that his clients poll, as the shop shows it to him. */
        String link() {
            return asks().get("/api/v1/subscriptions/" + access.value())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access.subscriptionUrl");
        }

        RequestSpecification asks() {
            return given().auth().oauth2(token).header("User-Agent", "curl/8.5.0");
        }
    }

    /** Opens a subscription and tells of it; no order, since no money is looked at here. */
    Customer paid(String... groups) {
        return paid(Resources.none(), groups);
    }

    /** The same, of something that may be no VPN. */
    Customer paid(Resources resources, String... groups) {
        return paid(Purchases.buyer(), resources, groups);
    }

    /** The same, by who has an account. */
    Customer paid(AccountId account, Resources resources, String... groups) {
        Entitlement entitlement =
                new Entitlement(
                        Limit.of(50_000_000_000L),
                        TrafficReset.MONTH,
                        Limit.of(2),
                        List.of(groups),
                        resources);
        Instant now = Instant.now();
        SubscriptionId id = Purchases.subscriptionId();
        Extended opened =
                Subscription.open(id, account, Purchases.purchase(30, now, entitlement), now);
        unitOfWork
                .run(
                        () ->
                                subscriptions
                                        .add(opened.subscription())
                                        .chain(() -> outbox.append(opened.event())))
                .await()
                .indefinitely();
        AccessId access = new AccessId(id.value());
        return new Customer(account, access, token(account, AccountKind.CUSTOMER));
    }

    Customer granted() {
        Customer customer = paid("Basic");
        awaitStatus(customer.access(), "ready");
        return customer;
    }

    String token(AccountId account, AccountKind kind) {
        Instant now = Instant.now();
        return tokens.issue(
                new AccessTokens.Grant(
                        account,
                        kind,
                        new SessionId(UUID.randomUUID()),
                        Optional.empty(),
                        now,
                        now.plusSeconds(600)));
    }

    String admin() {
        return Logins.admin();
    }

    void awaitStatus(AccessId access, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(50, TimeUnit.MILLISECONDS)
                .until(() -> statusOf(access).filter(status::equals).isPresent());
    }

    Optional<String> statusOf(AccessId access) {
        var rows =
                pool.preparedQuery("select status from access where id = $1")
                        .execute(Tuple.of(access.value()))
                        .await()
                        .indefinitely();
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString(0));
    }

    Optional<Long> usedTrafficOf(AccessId access) {
        return Optional.ofNullable(
                pool.preparedQuery("select used_traffic_bytes from access where id = $1")
                        .execute(Tuple.of(access.value()))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getLong(0));
    }
}
