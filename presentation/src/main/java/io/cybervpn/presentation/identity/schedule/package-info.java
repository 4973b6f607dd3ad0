/** What identity does by the clock. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.identity.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
