package io.cybervpn.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.audit.port.AuditLog.Cursor;
import io.cybervpn.application.audit.port.AuditLog.Filter;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.audit.model.AuditRecord;
import io.cybervpn.domain.audit.model.AuditRecord.AuditActor;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R240: what every audit trail promises. It need not be empty, and others may write to it. */
public abstract class AuditContract {
    private static final Changes CHANGES =
            Changes.between(
                    Map.of("code", "old", "name", "Имя \"1\"\n", "same", 1),
                    Map.of("code", "new", "same", 1, "added", "10:5\0"));

    private final String object = UUID.randomUUID().toString();
    private final Actor staff = new Actor.Staff(new AccountId(UUID.randomUUID()), Set.of());

    protected abstract AuditTrail trail();

    protected abstract AuditLog log();

    protected abstract UnitOfWork unitOfWork();

    @Test
    void a_row_says_who_did_what_to_which_and_what_changed() {
        write(entry("test.edit").with(CHANGES).because("the customer asked"));

        AuditRecord row = mine().getFirst().row();
        assertThat(row.actor().kind()).isEqualTo("staff");
        assertThat(row.actor().id()).isEqualTo(staff.account().map(AccountId::value));
        assertThat(row.action()).isEqualTo("test.edit");
        assertThat(row.changes()).isEqualTo(CHANGES);
        assertThat(row.changes().fields()).containsOnlyKeys("code", "name", "added");
        assertThat(row.reason()).contains("the customer asked");
    }

    @Test
    void a_row_names_the_key_that_acted_for_itself_or_in_anothers_name() {
        ApiKeyId key = new ApiKeyId(UUID.randomUUID());
        AccountId customer = new AccountId(UUID.randomUUID());
        write(
                Entry.of(new Actor.Key(key, Set.of()), "test.one", "test", object),
                Entry.of(
                        new Actor.Customer(customer, Optional.of(key)),
                        "test.two",
                        "test",
                        object));

        assertThat(mine())
                .extracting(chained -> chained.row().actor())
                .containsExactlyInAnyOrder(
                        new AuditActor("api_key", Optional.empty(), Optional.of(key.value())),
                        new AuditActor(
                                "customer",
                                Optional.of(customer.value()),
                                Optional.of(key.value())));
    }

    @Test
    void every_row_follows_the_one_before() {
        write(entry("test.one"));
        write(entry("test.two").with(CHANGES), Entry.of(staff, "test.three", "test", object));
        IntStream.range(0, 8).parallel().forEach(_ -> write(entry("test.many")));

        ChainLink before = ChainLink.START;
        for (ChainedRecord row : all()) {
            assertThat(row.follows(before)).as(row.toString()).isTrue();
            before = row.link();
        }
        assertThat(mine()).hasSize(11);
    }

    @Test
    void what_fails_leaves_no_row() {
        Uni<Object> failing =
                unitOfWork()
                        .run(
                                () ->
                                        trail().append(entry("test.undone"))
                                                .map(
                                                        _ -> {
                                                            throw new IllegalStateException("no");
                                                        }));

        assertThatThrownBy(() -> failing.await().indefinitely())
                .isInstanceOf(IllegalStateException.class);
        write(entry("test.done"));
        assertThat(mine()).extracting(row -> row.row().action()).containsExactly("test.done");
    }

    @Test
    void outside_a_unit_of_work_it_is_refused() {
        assertThatThrownBy(() -> trail().append(entry("test.lost")).await().indefinitely())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest_of_those_that_are_wanted() {
        write(entry("paged.one"));
        write(entry("paged.two"));
        write(entry("other.three"));
        Filter mine = filter(Optional.empty());

        List<ChainedRecord> first = page(mine, Optional.empty(), 2);
        Cursor cursor = new Cursor(first.getLast().row().at(), first.getLast().row().id());

        assertThat(first).extracting(row -> row.row().action()).hasSize(2).contains("other.three");
        assertThat(page(mine, Optional.of(cursor), 2))
                .extracting(row -> row.row().action())
                .containsExactly("paged.one");
        assertThat(page(filter(Optional.of("paged.")), Optional.empty(), 9))
                .extracting(row -> row.row().action())
                .containsExactly("paged.two", "paged.one");
        assertThat(page(filter(Optional.of("paged.one")), Optional.empty(), 9)).hasSize(1);
        assertThat(page(filter(Optional.of("paged")), Optional.empty(), 9)).isEmpty();
    }

    private Filter filter(Optional<String> action) {
        return new Filter(
                staff.account().map(AccountId::value),
                action,
                Optional.of("test"),
                Optional.of(object),
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.parse("3000-01-01T00:00:00Z")));
    }

    private List<ChainedRecord> page(Filter filter, Optional<Cursor> before, int limit) {
        return log().page(filter, before, limit).await().indefinitely();
    }

    private Entry entry(String action) {
        return Entry.of(staff, action, "test", object);
    }

    private void write(Entry... entries) {
        unitOfWork().run(() -> appendAll(List.of(entries))).await().indefinitely();
    }

    private Uni<Void> appendAll(List<Entry> entries) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Entry entry : entries) {
            all = all.chain(() -> trail().append(entry));
        }
        return all;
    }

    private List<ChainedRecord> mine() {
        return all().stream().filter(row -> row.row().object().id().equals(object)).toList();
    }

    private List<ChainedRecord> all() {
        List<ChainedRecord> rows = new ArrayList<>();
        List<ChainedRecord> page = log().after(0, 500).await().indefinitely();
        while (!page.isEmpty()) {
            rows.addAll(page);
            page = log().after(page.getLast().link().position(), 500).await().indefinitely();
        }
        return rows;
    }
}
