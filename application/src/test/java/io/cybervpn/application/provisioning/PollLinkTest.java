package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.PollLink.Result;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** R109, R110, R126: what clients that poll a link cost, and how fresh their answers are. */
class PollLinkTest extends PollLinkFixture {
    @Test
    void a_link_costs_the_panel_one_call_until_something_changes() {
        AccessId id = granted();
        String token = token(id);

        for (int i = 0; i < 5; i++) {
            assertThat(body(served(token))).isEqualTo("servers");
        }
        assertThat(asked).hasValue(1);

        changed(id);
        settle();
        served(token);
        assertThat(asked).hasValue(2);
        world.clock.advance(LinkWorlds.SETTINGS.fresh());
        served(token);
        assertThat(asked).hasValue(3);
    }

    @Test
    void many_at_once_wait_for_one_call() {
        String token = token(granted());
        List<UniEmitter<? super Void>> waiting = new ArrayList<>();
        meanwhile = () -> Uni.createFrom().emitter(waiting::add);

        List<CompletableFuture<Result>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(poll.execute(query(token, "")).subscribeAsCompletionStage());
        }
        waiting.forEach(emitter -> emitter.complete(null));

        assertThat(asked).hasValue(1);
        answers.forEach(answer -> assertThat(body(file(answer.join()))).isEqualTo("servers"));
    }

    @Test
    void an_answer_that_a_change_overtook_is_not_kept_nor_shared() {
        AccessId id = granted();
        String token = token(id);
        List<UniEmitter<? super Void>> waiting = new ArrayList<>();
        meanwhile = () -> Uni.createFrom().emitter(waiting::add);
        CompletableFuture<Result> first =
                poll.execute(query(token, "")).subscribeAsCompletionStage();

        changed(id);
        settle();
        CompletableFuture<Result> second =
                poll.execute(query(token, "")).subscribeAsCompletionStage();
        assertThat(asked).hasValue(2);
        panel = () -> new VpnConfigs.Answer.Found(new ConfigFile("text/plain", headers, "new"));
        waiting.getLast().complete(null);
        panel = () -> new VpnConfigs.Answer.Found(new ConfigFile("text/plain", headers, "old"));
        waiting.getFirst().complete(null);

        assertThat(body(file(first.join()))).isEqualTo("old");
        assertThat(body(file(second.join()))).isEqualTo("new");
        assertThat(body(served(token))).isEqualTo("new");
    }

    @Test
    void a_panel_that_is_down_is_answered_for_by_what_it_said_last() {
        AccessId id = granted();
        String token = token(id);
        served(token);
        panel =
                () -> {
                    throw new PanelUnavailable("down");
                };
        changed(id);
        settle();

        LinkFile stale = served(token);

        assertThat(body(stale)).isEqualTo("servers");
        assertThat(stale.headers()).containsEntry(LinkFile.STALE, "true");
        world.clock.advance(LinkWorlds.SETTINGS.kept());
        assertThat(ask(token, "")).isInstanceOf(Result.NoAnswer.class);
    }

    @Test
    void a_panel_that_was_always_down_gives_no_answer() {
        String token = token(granted());
        panel =
                () -> {
                    throw new PanelUnavailable("down");
                };

        assertThat(ask(token, "")).isInstanceOf(Result.NoAnswer.class);
    }

    @Test
    void without_a_cache_every_poll_is_answered() {
        String token = token(granted());
        world.linkCache.down(true);

        assertThat(body(served(token))).isEqualTo("servers");
        assertThat(body(served(token))).isEqualTo("servers");
        assertThat(asked).hasValue(2);
    }

    @Test
    void devices_share_an_answer_unless_the_panel_counts_them() {
        AccessId id = granted();
        String token = token(id);
        file(ask(token, "device-1"));
        file(ask(token, "device-2"));
        assertThat(asked).hasValue(1);

        headers.put("x-hwid-active", "true");
        changed(id);
        settle();
        file(ask(token, "device-1"));
        file(ask(token, "device-2"));
        file(ask(token, "device-2"));
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_token_that_was_never_given_out_opens_nothing() {
        granted();

        assertThat(ask("never-given-out", "")).isInstanceOf(Result.NoSuchLink.class);
        assertThat(ask("", "")).isInstanceOf(Result.NoSuchLink.class);
        assertThat(asked).hasValue(0);
    }
}
