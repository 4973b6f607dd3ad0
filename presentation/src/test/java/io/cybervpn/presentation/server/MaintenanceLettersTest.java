package io.cybervpn.presentation.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.server.AddressOnMaintenanceAnnounced;
import io.cybervpn.application.server.SendMaintenanceLetters;
import io.cybervpn.domain.server.MaintenanceAnnounced;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.smtp.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who uses a server is written to about the work on it, once. */
@QuarkusTest
class MaintenanceLettersTest extends ServerTestBase {
    @Inject SendMaintenanceLetters send;
    @Inject AddressOnMaintenanceAnnounced address;

    @AfterEach
    void no_letter_stays() {
        pool.preparedQuery("delete from maintenance_letter where server_id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .indefinitely();
    }

    private List<ReceivedMail> mails(Customer reader) {
        return ShopWorld.sandbox().mails().to(reader.email()).stream()
                .filter(mail -> mail.text().contains(name))
                .toList();
    }

    private long letters() {
        return pool.preparedQuery("select count(*) from maintenance_letter where server_id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private void sendAll() {
        Uni<List<Integer>> twoInstances =
                Uni.join()
                        .all(Stream.generate(() -> send.execute(200)).limit(4).toList())
                        .andFailFast();
        assertThat(twoInstances.await().indefinitely()).hasSize(4);
    }

    @Test
    void who_uses_it_gets_one_letter_and_nobody_else_gets_any() {
        Customer user = customer();
        give(user, "Basic");
        give(user, "Basic");
        Customer other = customer();
        give(other, "Group-" + name);
        staff().body("{\"message\":\"New disks at noon\",\"announce\":true}")
                .post(ADMIN + "/" + id + "/maintenance")
                .then()
                .statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> letters() > 0);

        sendAll();
        sendAll();

        assertThat(mails(user)).hasSize(1);
        assertThat(mails(user).getFirst().text()).contains("New disks at noon");
        assertThat(mails(other)).isEmpty();
    }

    @Test
    void an_announcement_that_is_told_again_addresses_nobody_twice() {
        Customer user = customer();
        give(user, "Basic");
        MaintenanceAnnounced told =
                new MaintenanceAnnounced(
                        new ServerId(UUID.fromString(id)),
                        name,
                        "disks",
                        "2099-01-01T10:00:00Z",
                        Instant.now().truncatedTo(ChronoUnit.MICROS));
        address.handle(told).await().indefinitely();
        long first = letters();
        sendAll();

        address.handle(told).await().indefinitely();
        sendAll();

        assertThat(letters()).isEqualTo(first);
        assertThat(mails(user)).hasSize(1);
        assertThat(mails(user).getFirst().text()).contains("2099-01-01 10:00 UTC");
    }

    @Test
    void without_the_wish_nobody_is_written_to() {
        give(customer(), "Basic");
        staff().body("{\"message\":\"quiet\",\"announce\":false}")
                .post(ADMIN + "/" + id + "/maintenance")
                .then()
                .statusCode(200);

        assertThat(letters()).isZero();
    }
}
