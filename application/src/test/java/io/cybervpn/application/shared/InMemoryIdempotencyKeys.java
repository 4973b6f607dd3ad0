package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Idempotency keys in memory. */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {
    private record Row(String hash, Instant begunAt, Optional<Standing.Done> answer) {}

    private final InMemoryTable<String, Row> rows = new InMemoryTable<>();

    @Override
    public synchronized Uni<Standing> begin(Call call, Instant now) {
        String key = key(call);
        if (rows.insert(key, new Row(call.requestHash(), now, Optional.empty()))) {
            return Uni.createFrom().item(new Standing.Begun());
        }
        return Uni.createFrom().item(again(call, rows.get(key).orElseThrow(), now));
    }

    private Standing again(Call call, Row row, Instant now) {
        if (!row.hash().equals(call.requestHash())) {
            return new Standing.Reused();
        }
        if (row.answer().isPresent()) {
            return row.answer().get();
        }
        if (row.begunAt().isBefore(now.minus(DEAD_AFTER))) {
            rows.put(key(call), new Row(row.hash(), now, Optional.empty()));
            return new Standing.Begun();
        }
        return new Standing.InProgress();
    }

    @Override
    public Uni<Void> complete(Call call, int status, String body, Instant now) {
        rows.get(key(call))
                .filter(row -> row.answer().isEmpty())
                .ifPresent(
                        row ->
                                rows.put(
                                        key(call),
                                        new Row(
                                                row.hash(),
                                                row.begunAt(),
                                                Optional.of(new Standing.Done(status, body)))));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> forget(Call call) {
        rows.get(key(call))
                .filter(row -> row.answer().isEmpty())
                .ifPresent(row -> rows.remove(key(call)));
        return Uni.createFrom().voidItem();
    }

    private static String key(Call call) {
        return call.scope() + "\n" + call.key();
    }
}
