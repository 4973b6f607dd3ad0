/** Signs the head of the audit trail and proves its chain. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.audit.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
