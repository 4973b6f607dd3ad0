package io.cybervpn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** From a push at the door to its effect: stored first, applied once, tried until it works. */
class WebhookFlowTest {
    private static final AccountId SOMEBODY = new AccountId(new UUID(9, 8));
    private static final Actor STAFF =
            new Actor.Staff(SOMEBODY, Set.of(Permission.SYSTEM_READ, Permission.SYSTEM_WRITE));

    private final MovableClock clock = new MovableClock();
    private final List<AuditTrail.Entry> audited = new CopyOnWriteArrayList<>();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryInbox inbox = new InMemoryInbox(unitOfWork);
    private final List<String> applied = new CopyOnWriteArrayList<>();
    private final Registry registry = new Registry();
    private final ReceiveWebhook receive =
            new ReceiveWebhook(registry, this::lookAgain, inbox, new FixedIds(), clock);
    private final DrainInbox drain = new DrainInbox(unitOfWork, inbox, registry, clock);
    private boolean down;
    private boolean setElsewhere;
    private boolean known;

    @Test
    void a_genuine_push_is_stored_before_it_is_applied() {
        assertThat(receive("signed one")).isEqualTo(new ReceiveWebhook.Result.Stored(true));
        assertThat(applied).isEmpty();

        assertThat(drain()).isEqualTo(new DrainInbox.Result(1, 0));
        assertThat(applied).containsExactly("signed one");
        assertThat(drain().idle()).isTrue();
    }

    @Test
    void a_faulty_message_does_not_hold_up_those_that_came_with_it() {
        List.of("signed one", "signed poison", "signed two").forEach(this::receive);

        assertThat(drain()).isEqualTo(new DrainInbox.Result(2, 1));

        assertThat(applied).containsExactly("signed one", "signed one", "signed two");
        assertThat(statuses()).containsExactly("applied", "applied", "received");
    }

    @Test
    void a_repeated_push_is_acknowledged_and_applied_once() {
        receive("signed one");
        assertThat(receive("signed one")).isEqualTo(new ReceiveWebhook.Result.Stored(false));

        drain();
        drain();
        assertThat(applied).containsExactly("signed one");
    }

    @Test
    void a_forged_push_leaves_no_trace() {
        assertThat(receive("forged")).isInstanceOf(ReceiveWebhook.Result.Refused.class);
        assertThat(drain().idle()).isTrue();
    }

    @Test
    void a_body_with_a_nul_character_is_refused_before_the_database_sees_it() {
        assertThat(receive("signed \0")).isInstanceOf(ReceiveWebhook.Result.Refused.class);
    }

    @Test
    void a_push_under_a_secret_that_another_instance_just_set_is_believed() {
        setElsewhere = true;

        assertThat(receive("sealed one")).isEqualTo(new ReceiveWebhook.Result.Stored(true));
        assertThat(receive("forged")).isInstanceOf(ReceiveWebhook.Result.Refused.class);
    }

    private Uni<Void> lookAgain() {
        return Uni.createFrom().voidItem().invoke(() -> known = setElsewhere);
    }

    @Test
    void an_unknown_path_is_nobodys() {
        assertThat(receive.execute(command("nobody", "signed")).await().indefinitely())
                .isEqualTo(new ReceiveWebhook.Result.NoSuchSource());
    }

    @Test
    void a_failure_keeps_the_message_until_it_works() {
        receive("signed one");
        down = true;

        assertThat(drain()).isEqualTo(new DrainInbox.Result(0, 1));
        assertThat(drain().idle()).isTrue();

        down = false;
        clock.advance(Duration.ofSeconds(1));
        assertThat(drain()).isEqualTo(new DrainInbox.Result(1, 0));
        assertThat(applied).containsExactly("signed one");
    }

    @Test
    void staff_let_a_push_be_applied_again_and_the_trail_says_so() {
        receive("signed one");
        drain();
        UUID id = inbox.find(InboxDesk.Filter.NONE, 10).await().indefinitely().getFirst().id();
        UUID unknown = new UUID(9, 9);

        assertThat(replay(STAFF, true, id, unknown))
                .isEqualTo(
                        new ReplayMessages.Result.Done(
                                Map.of(
                                        id,
                                        ReplayMessages.Fate.REPLAYED,
                                        unknown,
                                        ReplayMessages.Fate.NOT_FOUND)));
        assertThat(drain().idle()).isTrue();
        assertThat(audited).isEmpty();

        replay(STAFF, false, id);
        assertThat(replay(STAFF, false, id))
                .isEqualTo(
                        new ReplayMessages.Result.Done(Map.of(id, ReplayMessages.Fate.HASTENED)));
        assertThat(drain()).isEqualTo(new DrainInbox.Result(1, 0));
        assertThat(applied).containsExactly("signed one", "signed one");
        assertThat(audited)
                .extracting(AuditTrail.Entry::objectId)
                .containsExactly(id.toString(), id.toString());
    }

    @Test
    void what_was_of_no_interest_cannot_be_applied_again() {
        receive("signed noise");
        drain();
        UUID id = inbox.find(InboxDesk.Filter.NONE, 10).await().indefinitely().getFirst().id();

        assertThat(replay(STAFF, false, id))
                .isEqualTo(
                        new ReplayMessages.Result.Done(
                                Map.of(id, ReplayMessages.Fate.NOTHING_KEPT)));
        assertThat(drain().idle()).isTrue();
    }

    @Test
    void only_staff_with_the_permission_replay_and_search() {
        Actor reader = new Actor.Staff(SOMEBODY, Set.of(Permission.SYSTEM_READ));
        Actor nobody = new Actor.Staff(SOMEBODY, Set.of());
        SearchInbox search = new SearchInbox(inbox, clock);

        assertThat(replay(reader, false, new UUID(9, 9)))
                .isEqualTo(new ReplayMessages.Result.Forbidden());
        assertThat(search(search, nobody)).isEqualTo(new SearchInbox.Result.Forbidden());
        assertThat(search(search, reader)).isEqualTo(new SearchInbox.Result.Entries(List.of()));
    }

    private static SearchInbox.Result search(SearchInbox search, Actor actor) {
        return search.execute(new SearchInbox.Query.Some(actor, InboxDesk.Filter.NONE, 5))
                .await()
                .indefinitely();
    }

    private ReplayMessages.Result replay(Actor actor, boolean dryRun, UUID... ids) {
        AuditTrail audit = entry -> Uni.createFrom().voidItem().invoke(() -> audited.add(entry));
        return new ReplayMessages(unitOfWork, inbox, audit, clock)
                .execute(new ReplayMessages.Command(actor, Set.of(ids), dryRun))
                .await()
                .indefinitely();
    }

    private ReceiveWebhook.Result receive(String body) {
        return receive.execute(command("shop", body)).await().indefinitely();
    }

    private DrainInbox.Result drain() {
        return drain.execute(new DrainInbox.Command(10)).await().indefinitely();
    }

    private List<String> statuses() {
        return inbox.find(InboxDesk.Filter.NONE, 10).await().indefinitely().stream()
                .map(InboxDesk.Entry::status)
                .sorted()
                .toList();
    }

    private static ReceiveWebhook.Command command(String source, String body) {
        return new ReceiveWebhook.Command(
                source,
                new WebhookSource.RawPush() {
                    @Override
                    public byte[] body() {
                        return body.getBytes(StandardCharsets.UTF_8);
                    }

                    @Override
                    public Optional<String> header(String name) {
                        return Optional.empty();
                    }
                });
    }

    private final class Registry implements HandlerRegistry, WebhookSource, InboxHandler {
        @Override
        public List<EventHandler<?>> handlersOf(Class<? extends DomainEvent> event) {
            return List.of();
        }

        @Override
        public Optional<EventHandler<?>> handlerNamed(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<InboxHandler> inboxHandlerOf(String source) {
            return Optional.of(this);
        }

        @Override
        public Optional<WebhookSource> webhookSource(String source) {
            return source.equals("shop") ? Optional.of(this) : Optional.empty();
        }

        @Override
        public String source() {
            return "shop";
        }

        @Override
        public Verdict verify(RawPush push) {
            String body = new String(push.body(), StandardCharsets.UTF_8);
            return body.startsWith("signed") || (known && body.startsWith("sealed"))
                    ? new Verdict.Genuine(body)
                    : new Verdict.Refused("forged");
        }

        @Override
        public boolean handles(String source) {
            return true;
        }

        @Override
        public Uni<Applied> apply(Inbox.Message message) {
            if (down || message.body().contains("poison")) {
                return Uni.createFrom().failure(new IllegalStateException("down"));
            }
            if (message.body().contains("noise")) {
                return Uni.createFrom().item(new Applied(Inbox.Outcome.IGNORED, "no interest"));
            }
            applied.add(message.body());
            return Uni.createFrom().item(new Applied(Inbox.Outcome.APPLIED, "done"));
        }
    }
}
