package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.MailOnAccessGranted;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.smtp.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R129: the link is sent to who can connect for the first time, and to nobody else. */
@QuarkusTest
class AccessMailTest {
    @Inject Customers customers;
    @Inject MailOnAccessGranted mail;

    private static List<ReceivedMail> ready(String email) {
        return ShopWorld.sandbox().mails().to(email).stream()
                .filter(sent -> sent.source().contains("is ready"))
                .toList();
    }

    @Test
    void the_link_comes_once_and_is_the_one_that_the_account_shows() {
        String email = Logins.freshEmail();
        String account = Logins.register(email).extract().path("account.id");
        Customer customer =
                customers.paid(new AccountId(UUID.fromString(account)), Resources.none(), "Basic");
        customers.awaitStatus(customer.access(), "ready");
        Awaitility.await().until(() -> !ready(email).isEmpty());
        assertThat(ready(email).getFirst().text()).contains(customer.link());

        AccessGranted again =
                new AccessGranted(customer.access(), customer.account(), Instant.now());
        mail.handle(again).await().indefinitely();
        assertThat(ready(email)).hasSize(1);
    }

    @Test
    void what_is_no_vpn_has_no_link_and_what_comes_late_is_not_sent() {
        String email = Logins.freshEmail();
        String account = Logins.register(email).extract().path("account.id");
        Customer customer =
                customers.paid(
                        new AccountId(UUID.fromString(account)),
                        new Resources.Line(10_000, 10_000),
                        "Basic");
        Instant now = Instant.now();
        AccessGranted late =
                new AccessGranted(
                        customer.access(), customer.account(), now.minus(Duration.ofDays(3)));
        mail.handle(late).await().indefinitely();
        assertThat(ready(email)).isEmpty();

        Awaitility.await().until(() -> customers.statusOf(customer.access()).isPresent());
        mail.handle(new AccessGranted(customer.access(), customer.account(), now))
                .await()
                .indefinitely();
        assertThat(ready(email).getFirst().text())
                .contains("Your account shows")
                .doesNotContain("/sub/");
    }
}
