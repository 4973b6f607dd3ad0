/**
 * Fiscal receipts: queued for all money that is covered, made one after the other at the tax
 * office, however long that is away. Off while no registrar is configured. Nothing of it holds up
 * payments or refunds.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.fiscal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
