package io.cybervpn.application.catalogue;

import java.util.Map;

/** A product as somebody wants it, unchecked. */
public record ProductDraft(
        String code,
        Map<String, String> nameI18n,
        Map<String, String> descriptionI18n,
        boolean active,
        int sortOrder) {
    /** Copies the texts. */
    public ProductDraft {
        nameI18n = Map.copyOf(nameI18n);
        descriptionI18n = Map.copyOf(descriptionI18n);
    }
}
