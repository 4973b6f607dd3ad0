package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Links in memory; who changes an access says so. */
public final class InMemoryAccessLinks implements AccessLinks {
    private record Key(AccessId access, String formerHash) {}

    private record Note(Key key, long number) {}

    private final InMemoryTable<AccessId, AccessLink> links;
    private final InMemoryTable<Key, Note> changes;
    private final InMemoryTable<AccessId, AccessId> known;
    private final InMemoryTable<AccessId, Instant> sent;
    private final AtomicLong numbers = new AtomicLong();

    public InMemoryAccessLinks(InMemoryUnitOfWork unitOfWork) {
        this.links = unitOfWork.table();
        this.changes = unitOfWork.table();
        this.known = unitOfWork.table();
        this.sent = unitOfWork.table();
    }

    /** There is such an access, and it was changed. In a unit of work. */
    public void changed(AccessId access) {
        known.put(access, access);
        note(access, "");
    }

    private void note(AccessId access, String formerHash) {
        Key key = new Key(access, formerHash);
        changes.put(key, new Note(key, numbers.incrementAndGet()));
    }

    @Override
    public Uni<Boolean> add(AccessLink link) {
        return Uni.createFrom().item(() -> links.insert(link.access(), link));
    }

    @Override
    public Uni<Optional<AccessLink>> find(AccessId access) {
        return Uni.createFrom().item(() -> links.get(access));
    }

    @Override
    public Uni<Optional<AccessId>> withHash(String tokenHash) {
        return Uni.createFrom()
                .item(
                        () ->
                                links.where(link -> link.tokenHash().equals(tokenHash)).stream()
                                        .findFirst()
                                        .map(AccessLink::access));
    }

    @Override
    public Uni<Void> replace(AccessLink link) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            links.get(link.access())
                                    .ifPresent(former -> note(former.access(), former.tokenHash()));
                            links.put(link.access(), link);
                        });
    }

    @Override
    public Uni<Boolean> isSent(AccessId access) {
        return Uni.createFrom().item(() -> sent.get(access).isPresent());
    }

    @Override
    public Uni<Void> sent(AccessId access, Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> links.get(access).ifPresent(_ -> sent.insert(access, at)));
    }

    @Override
    public Uni<List<AccessId>> withoutLink(int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                known.all().stream()
                                        .filter(access -> links.get(access).isEmpty())
                                        .sorted(Comparator.comparing(id -> id.value().toString()))
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<List<Change>> changes(int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                changes.all().stream()
                                        .map(this::change)
                                        .sorted(Comparator.comparing(Change::number))
                                        .limit(limit)
                                        .toList());
    }

    private Change change(Note note) {
        Key key = note.key();
        boolean former = !key.formerHash().isEmpty();
        Optional<String> hash =
                former
                        ? Optional.of(key.formerHash())
                        : links.get(key.access()).map(AccessLink::tokenHash);
        return new Change(key.access(), hash, former, note.number());
    }

    @Override
    public Uni<Void> settled(List<Change> settled) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                settled.forEach(
                                        change -> {
                                            Key key =
                                                    new Key(
                                                            change.access(),
                                                            change.former()
                                                                    ? change.tokenHash().orElse("")
                                                                    : "");
                                            changes.get(key)
                                                    .filter(
                                                            note ->
                                                                    note.number()
                                                                            == change.number())
                                                    .ifPresent(_ -> changes.remove(key));
                                        }));
    }
}
