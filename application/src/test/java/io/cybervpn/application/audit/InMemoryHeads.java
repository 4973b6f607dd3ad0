package io.cybervpn.application.audit;

import io.cybervpn.application.audit.port.AuditHeads;
import io.cybervpn.application.audit.port.HeadSigner;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.SignedHead;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Heads in memory, signed by a word that everybody may know. */
final class InMemoryHeads implements AuditHeads, HeadSigner {
    private final TreeMap<Long, SignedHead> heads = new TreeMap<>();

    @Override
    public Uni<Void> add(SignedHead head) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> heads.putIfAbsent(head.link().position(), head));
    }

    @Override
    public Uni<Optional<SignedHead>> newest() {
        return Uni.createFrom()
                .item(() -> Optional.ofNullable(heads.lastEntry()).map(last -> last.getValue()));
    }

    @Override
    public Uni<List<SignedHead>> after(long position, int limit) {
        return Uni.createFrom()
                .item(() -> heads.tailMap(position, false).values().stream().limit(limit).toList());
    }

    @Override
    public Optional<SignedHead> sign(ChainLink link, Instant now) {
        return Optional.of(new SignedHead(link, now, "k", signature(link, now)));
    }

    @Override
    public boolean genuine(SignedHead head) {
        return head.signature().equals(signature(head.link(), head.signedAt()));
    }

    /** As somebody would who owns the database and lacks the key. */
    void forge(long position, String hash) {
        SignedHead head = heads.get(position);
        heads.put(
                position,
                new SignedHead(
                        new ChainLink(position, hash), head.signedAt(), "k", head.signature()));
    }

    private static String signature(ChainLink link, Instant at) {
        return "signed " + SignedHead.text(link, at);
    }
}
