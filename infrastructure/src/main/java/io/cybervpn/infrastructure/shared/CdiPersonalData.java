package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.application.shared.PersonalDataSections;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Finds what contexts know of a person among the beans. */
@Singleton
final class CdiPersonalData implements PersonalDataSections {
    private final Instance<PersonalData> contexts;

    @Inject
    CdiPersonalData(@Any Instance<PersonalData> contexts) {
        this.contexts = contexts;
    }

    @Override
    public List<PersonalData.Section> all() {
        return contexts.stream()
                .flatMap(context -> context.sections().stream())
                .sorted(Comparator.comparing(PersonalData.Section::name))
                .toList();
    }
}
