package io.cybervpn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every inbox promises. An implementation's test gives a store that nobody else drains
 * meanwhile.
 */
public abstract class InboxContract {
    private static final Duration LONG = Duration.ofDays(1);

    private final String source = "contract-" + UUID.randomUUID();
    private final Instant then = Instant.parse("2020-01-01T00:00:00Z");

    protected abstract Inbox inbox();

    protected abstract InboxDesk desk();

    protected abstract UnitOfWork unitOfWork();

    @Test
    void the_same_push_is_stored_once() {
        Inbox.Message first = message("a");
        Inbox.Message again = message("a");

        assertThat(inbox().store(first).await().indefinitely()).contains(first.id());
        assertThat(inbox().store(again).await().indefinitely()).isEmpty();
        assertThat(entries("received")).isEqualTo(1);
        settle(first.id());
    }

    @Test
    void by_which_secret_a_push_was_believed_is_kept() {
        Inbox.Message message = message("former");
        Inbox.Message former =
                new Inbox.Message(message.id(), source, message.dedupeKey(), "{}", then, 1, true);
        inbox().store(former).await().indefinitely();

        assertThat(next()).map(Inbox.Message::byFormer).contains(true);
        settle(former.id());
        assertThat(found(InboxDesk.Filter.of(source, "applied")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.byFormer()).isTrue());
    }

    @Test
    void a_message_is_due_until_it_is_settled() {
        Inbox.Message message = message("b");
        inbox().store(message).await().indefinitely();

        Optional<Inbox.Message> next = next();

        assertThat(next).map(Inbox.Message::id).contains(message.id());
        assertThat(next).map(Inbox.Message::body).contains("{}");
        assertThat(next).map(Inbox.Message::attempt).contains(1);
        settle(message.id());
        assertThat(next()).map(Inbox.Message::id).isNotEqualTo(Optional.of(message.id()));
        assertThat(entries("applied")).isEqualTo(1);
    }

    @Test
    void a_failed_message_waits_for_its_time_and_counts_its_tries() {
        Inbox.Message message = message("c");
        inbox().store(message).await().indefinitely();

        inbox().retryAt(message.id(), then.plus(LONG), "the panel was down").await().indefinitely();

        assertThat(nextAt(then)).map(Inbox.Message::id).isNotEqualTo(Optional.of(message.id()));
        assertThat(nextAt(then.plus(LONG))).map(Inbox.Message::attempt).contains(2);
        settle(message.id());
    }

    @Test
    void several_are_taken_oldest_first_and_settled_together() {
        Inbox.Message second = message("f", then.plusSeconds(1));
        Inbox.Message first = message("e", then);
        Inbox.Message third = message("g", then.plusSeconds(2));
        List.of(second, first, third).forEach(it -> inbox().store(it).await().indefinitely());

        assertThat(nextAt(then.plusSeconds(9), 2))
                .extracting(Inbox.Message::id)
                .containsExactly(first.id(), second.id());
        settle(second.id(), first.id());
        assertThat(nextAt(then.plusSeconds(9), 2))
                .extracting(Inbox.Message::id)
                .containsExactly(third.id());
        settle(third.id());
        assertThat(entries("applied")).isEqualTo(3);
    }

    @Test
    void many_pushes_at_once_are_each_stored_once() {
        List<Inbox.Message> pushes =
                IntStream.range(0, 100).mapToObj(i -> message("burst-" + i % 40)).toList();

        List<Optional<UUID>> stored =
                Uni.join()
                        .all(pushes.stream().map(inbox()::store).toList())
                        .andFailFast()
                        .await()
                        .indefinitely();

        UUID[] ids = stored.stream().flatMap(Optional::stream).toArray(UUID[]::new);
        assertThat(ids).hasSize(40).doesNotHaveDuplicates();
        assertThat(entries("received")).isEqualTo(40);
        settle(ids);
    }

    @Test
    void settling_is_undone_with_its_unit_of_work() {
        Inbox.Message message = message("d");
        inbox().store(message).await().indefinitely();

        unitOfWork()
                .run(
                        () ->
                                settle("", message.id())
                                        .invoke(
                                                () -> {
                                                    throw new IllegalStateException("rolled back");
                                                }))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();

        assertThat(entries("received")).isEqualTo(1);
        settle(message.id());
    }

    @Test
    void staff_find_a_message_by_id_key_body_status_and_time() {
        Inbox.Message older = stored(1, "{\"order\":\"first-order\"}");
        Inbox.Message newer = stored(2, "{\"order\":\"second-order\"}");
        settle(older.id());

        assertThat(about("", null)).containsExactly(newer.id(), older.id());
        assertThat(about("", newer.id())).containsExactly(older.id());
        assertThat(about("second-order", null)).containsExactly(newer.id());
        assertThat(about(older.id().toString().toUpperCase(Locale.ROOT), null))
                .containsExactly(older.id());
        assertThat(about(newer.dedupeKey(), null)).containsExactly(newer.id());
        assertThat(about("third-order", null)).isEmpty();
        assertThat(within(then, then.plusSeconds(1))).hasSize(2);
        assertThat(within(then.plusSeconds(1), then.plusSeconds(2))).isEmpty();
        assertThat(within(then.minusSeconds(1), then)).isEmpty();
        assertThat(found(InboxDesk.Filter.of(source, "applied")))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.id()).isEqualTo(older.id());
                            assertThat(entry.settledAt()).contains(then);
                            assertThat(entry.hasBody()).isTrue();
                        });
        settle(newer.id());
    }

    @Test
    void a_message_is_opened_with_its_body() {
        Inbox.Message message = stored(3, "{\"a\":1}");

        assertThat(desk().open(message.id()).await().indefinitely())
                .map(InboxDesk.Opened::body)
                .contains("{\"a\":1}");
        assertThat(desk().open(UUID.randomUUID()).await().indefinitely()).isEmpty();
        settle(message.id());
    }

    @Test
    void what_is_requeued_is_due_as_if_it_had_just_come() {
        Inbox.Message message = stored(4, "{}");
        settle(message.id());

        unitOfWork()
                .run(
                        () ->
                                desk().hold(Set.of(message.id(), UUID.randomUUID()))
                                        .invoke(held -> assertThat(held).hasSize(1))
                                        .chain(() -> desk().requeue(Set.of(message.id()), then)))
                .await()
                .indefinitely();

        assertThat(entries("received")).isEqualTo(1);
        assertThat(next())
                .hasValueSatisfying(
                        due -> {
                            assertThat(due.id()).isEqualTo(message.id());
                            assertThat(due.attempt()).isEqualTo(2);
                        });
        settle(message.id());
    }

    /** Ids of one source grow with their numbers, as the shop's do with time. */
    private Inbox.Message stored(int number, String body) {
        UUID random = UUID.randomUUID();
        UUID id =
                new UUID(
                        then.toEpochMilli() << 16 | 0x7000L | number,
                        random.getLeastSignificantBits());
        Inbox.Message message = new Inbox.Message(id, source, "key of " + random, body, then, 1);
        inbox().store(message).await().indefinitely();
        return message;
    }

    private List<UUID> about(String text, @Nullable UUID before) {
        return found(
                        new InboxDesk.Filter(
                                Set.of(source, "nobody"),
                                Set.of("received", "applied"),
                                Optional.of(text).filter(some -> !some.isEmpty()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.ofNullable(before)))
                .stream()
                .map(InboxDesk.Entry::id)
                .toList();
    }

    private List<InboxDesk.Entry> within(Instant from, Instant to) {
        return found(
                new InboxDesk.Filter(
                        Set.of(source),
                        Set.of(),
                        Optional.empty(),
                        Optional.of(from),
                        Optional.of(to),
                        Optional.empty()));
    }

    private List<InboxDesk.Entry> found(InboxDesk.Filter filter) {
        return desk().find(filter, 100).await().indefinitely();
    }

    private int entries(String status) {
        return found(InboxDesk.Filter.of(source, status)).size();
    }

    private Optional<Inbox.Message> next() {
        return nextAt(then);
    }

    private Optional<Inbox.Message> nextAt(Instant now) {
        return nextAt(now, 1).stream().findFirst();
    }

    private List<Inbox.Message> nextAt(Instant now, int limit) {
        return unitOfWork().run(() -> inbox().lockNext(limit, now)).await().indefinitely();
    }

    private void settle(UUID... ids) {
        unitOfWork().run(() -> settle("done", ids)).await().indefinitely();
    }

    private Uni<Void> settle(String note, UUID... ids) {
        List<Inbox.Settlement> settlements =
                Arrays.stream(ids)
                        .map(id -> new Inbox.Settlement(id, Inbox.Outcome.APPLIED, note))
                        .toList();
        return inbox().settle(settlements, then);
    }

    private Inbox.Message message(String key) {
        return message(key, then);
    }

    private Inbox.Message message(String key, Instant at) {
        return new Inbox.Message(UUID.randomUUID(), source, key, "{}", at, 1);
    }
}
