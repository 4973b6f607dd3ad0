package io.cybervpn.domain.invoicing;

/**
 * A number of a finalised document.
 *
 * @param series such as {@code INV-2026}
 * @param sequence from 1, without gaps in its series
 * @param text as printed, such as {@code INV-2026-000001}
 */
public record DocumentNumber(String series, long sequence, String text) {}
