package io.cybervpn.presentation.approval;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A deed that only counts how often it is done. */
@Singleton
final class CountedDeed implements ApprovedDeed {
    static final String KIND = "test.counted";

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.CATALOGUE_WRITE;
    }

    @Override
    public Uni<Outcome> perform(Granted granted) {
        return Uni.createFrom()
                .<Outcome>item(new Outcome.Done())
                .invoke(() -> done.add(granted.subject()));
    }

    long timesOf(String subject) {
        return done.stream().filter(subject::equals).count();
    }
}
