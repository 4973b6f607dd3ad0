package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R109, R110, R126: what clients that poll a link read. */
class PollLinkWordsTest extends PollLinkFixture {
    @Test
    void a_subscription_that_ended_says_so_and_a_purchase_brings_its_servers_back_at_once() {
        AccessId id = granted();
        String token = token(id);
        served(token);
        world.clock.advance(Duration.ofDays(31));

        assertThat(names(served(token)))
                .contains("Subscription expired on")
                .contains("Renew: https://vpn.example.test/renew");
        assertThat(asked).hasValue(1);

        assertThat(world.desired(world.paid(buyer, Optional.of(new SubscriptionId(id.value())))))
                .isEqualTo(id);
        changed(id);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        assertThat(body(served(token))).isEqualTo("servers");
    }

    @Test
    void no_answer_outlives_what_it_opens() {
        AccessId id = granted();
        String token = token(id);
        world.clock.advance(Duration.ofDays(30).minusSeconds(60));
        served(token);

        world.clock.advance(Duration.ofSeconds(61));

        assertThat(names(served(token))).contains("expired");
    }

    @Test
    void used_up_traffic_and_refused_devices_are_told_in_words() {
        AccessId id = granted();
        String token = token(id);
        headers.put("subscription-userinfo", "upload=0; download=100; total=100; expire=1");
        assertThat(names(served(token))).contains("traffic is used up");

        changed(id);
        settle();
        headers.put("subscription-userinfo", "upload=0; download=99; total=100; expire=1");
        headers.put("x-hwid-active", "true");
        headers.put("x-hwid-limit", "true");
        LinkFile full = file(ask(token, "device-3"));
        assertThat(names(full)).contains("Device limit");
        assertThat(full.headers()).containsEntry("x-hwid-limit", "true");
        headers.put("x-hwid-not-supported", "true");
        assertThat(names(file(ask(token, "")))).contains("does not name its device");
    }

    @Test
    void before_the_panel_has_it_the_client_is_told_to_wait() {
        AccessId id = world.bought(buyer);
        String token = world.unitOfWork.run(() -> world.linkDesk.url(id)).await().indefinitely();

        String names = names(served(token.substring(token.lastIndexOf('/') + 1)));

        assertThat(names).contains("Being set up");
        assertThat(world.reconcile().ready()).isEqualTo(1);
        assertThat(body(served(token.substring(token.lastIndexOf('/') + 1)))).isEqualTo("servers");
    }

    @Test
    void headers_are_the_panels_else_the_shops_but_people_are_sent_to_the_shop() {
        headers.put("profile-title", "of the panel");
        headers.put("profile-web-page-url", "https://panel.example/secret");
        headers.put("content-disposition", "attachment; filename=cv_secret");

        LinkFile file = served(token(granted()));

        assertThat(file.headers())
                .containsEntry("profile-title", "of the panel")
                .containsEntry("profile-update-interval", "12")
                .containsEntry("support-url", "https://vpn.example.test/help")
                .containsEntry("profile-web-page-url", "https://vpn.example.test")
                .containsEntry("content-disposition", "attachment; filename=\"CyberVPN\"")
                .containsEntry("announce", "base64:0J7QsdGK0Y/QstC70LXQvdC40LU=")
                .hasEntrySatisfying(
                        "subscription-userinfo", info -> assertThat(info).contains("expire="));
    }
}
