/** What identity does when the shop starts. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.identity.start;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
