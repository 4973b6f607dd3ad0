package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Feed;
import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** News of one instance that has no others. */
public final class InMemoryNews implements Publisher, Feed {
    private static final int KEPT = 64;

    private final BroadcastProcessor<Heard> voice = BroadcastProcessor.create();
    private final Map<Address, List<Delivery>> told = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    @Override
    public Uni<Void> publish(List<News> news) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                news.stream()
                                        .filter(one -> known.add(one.id() + one.to().key()))
                                        .forEach(this::tell));
    }

    private void tell(News news) {
        List<Delivery> before = told.computeIfAbsent(news.to(), _ -> new ArrayList<>());
        long seq = before.size() + 1L;
        String text = "{\"type\":\"%s\",\"seq\":%d}".formatted(news.type(), seq);
        Delivery delivery = new Delivery(news.to(), seq, text);
        before.add(delivery);
        voice.onNext(new Heard.Told(delivery));
    }

    @Override
    public Uni<Void> end(List<SessionId> sessions) {
        return Uni.createFrom().voidItem().invoke(() -> voice.onNext(new Heard.Ended(sessions)));
    }

    @Override
    public Multi<Heard> listen() {
        return Multi.createBy()
                .merging()
                .streams(
                        Multi.createFrom().item(new Heard.Missed()),
                        voice.onOverflow().bufferUnconditionally());
    }

    @Override
    public Uni<Replay> since(Address address, long since) {
        return Uni.createFrom().item(() -> after(since, told.getOrDefault(address, List.of())));
    }

    private static Replay after(long since, List<Delivery> all) {
        long position = all.size();
        if (since <= 0) {
            return new Replay.Whole(position, List.of());
        }
        return since > position || position - since > KEPT
                ? new Replay.Gone(position)
                : new Replay.Whole(position, all.subList((int) since, all.size()));
    }
}
