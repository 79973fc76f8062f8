;;; What a person does in Emacs, one step after the other, and what is to be seen after each.  -*- lexical-binding: t -*-
;; Written as JSON to the file that the environment names.  Nothing sleeps: each step goes on as soon as what it waits
;; for is there.

(require 'cl-lib)
(require 'json)
(require 'flymake)
(require 'xref)

(defvar seen nil)
(defvar workspace default-directory)

(defun wait-for (what condition)
  "Wait until CONDITION holds, and give what it returned."
  (let ((end (+ (float-time) 10)) found)
    (while (not (setq found (funcall condition)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.01))
    found))

(defun open-file (path)
  "Show the file at PATH as it is on disk, with its server."
  (let ((buffer (find-file (expand-file-name path workspace))))
    (set-buffer buffer)
    (when (buffer-modified-p) (revert-buffer t t t))
    (run-hooks 'post-command-hook)
    (wait-for "a server" (lambda () (eglot-managed-p)))))

(defun go-to (text)
  "Put point on the first place of TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun buffer-text ()
  (buffer-substring-no-properties (point-min) (point-max)))

(defun diagnostics ()
  "Give the diagnostics of the buffer, once there are some."
  (flymake-start)
  (mapcar (lambda (one)
            `((message . ,(flymake-diagnostic-text one))
              (severity . ,(format "%s" (flymake-diagnostic-type one)))
              (covered . ,(buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))))
          (wait-for "diagnostics" #'flymake-diagnostics)))

(defun hover (text)
  "Give what is shown of TEXT."
  (go-to text)
  (let (shown)
    (eglot-hover-eldoc-function (lambda (said &rest _) (setq shown (substring-no-properties said))))
    (wait-for "a hover" (lambda () shown))))

(defun complete-after (text line label)
  "Add LINE below TEXT, complete before its last character, and accept LABEL."
  (go-to text)
  (end-of-line)
  (insert "\n" line)
  (backward-char)
  (cl-destructuring-bind (start end table . rest) (eglot-completion-at-point)
    (let* ((items (all-completions (buffer-substring start end) table (plist-get rest :predicate)))
           (item (or (cl-find label items :test #'string=) (error "No %s among %S" label items))))
      (delete-region start end)
      (goto-char start)
      (insert item)
      (funcall (plist-get rest :exit-function) item 'finished)
      `((items . ,(vconcat (mapcar #'substring-no-properties items)))
        (line . ,(buffer-substring-no-properties (line-beginning-position) (line-end-position)))))))

(defun fix (text title)
  "Choose what has TITLE among what can be done about TEXT."
  (go-to text)
  (let* (offered
         (last-nonmenu-event t)
         (completing-read-function
          (lambda (_ choices &rest _)
            (setq offered (mapcar #'car choices))
            (or (cl-find-if (lambda (one) (string-prefix-p title one)) offered) (error "No %s" title)))))
    (eglot-code-actions (point) nil nil t)
    `((offered . ,(vconcat offered)) (text . ,(buffer-text)))))

(defun definition (text)
  "Go to the definition of TEXT."
  (go-to text)
  (xref-find-definitions (xref-backend-identifier-at-point (xref-find-backend)))
  `((file . ,(buffer-file-name (window-buffer)))
    (line . ,(with-current-buffer (window-buffer)
               (buffer-substring-no-properties (line-beginning-position) (line-end-position))))))

(defun refused (text)
  "Try to rename TEXT, and give why that is refused."
  (go-to text)
  (condition-case reason (progn (eglot-rename "OTHER_CODE") "renamed")
    (error (error-message-string reason))))

(defmacro step (name &rest body)
  `(push (cons ',name (progn ,@body)) seen))

(defun in-all-steps ()
  (open-file "src/send.py")
  (step py_diagnostics (vconcat (diagnostics)))
  (step py_hover (hover "VALIDATION_ERROR"))
  (step py_rename (refused "VALIDATION_ERROR"))
  (step py_fix (fix "match " "Add missing"))
  (revert-buffer t t t)
  (open-file "src/send.py")
  (step py_completion (complete-after "\"sent twice\")" "    case \"\"" "RATE_LIMITED"))
  (revert-buffer t t t)
  (open-file "src/send.py")
  (step py_definition (definition "VALIDATION_ERROR"))
  (open-file "src/charge.js")
  (step own_hover (hover "CARD_DECLINED"))
  (step own_definition (definition "CARD_DECLINED"))
  (open-file ".api-errors/broken.json")
  (step catalog_diagnostics (vconcat (diagnostics))))

(setq eglot-confirm-server-initiated-edits nil
      eglot-autoshutdown nil
      make-backup-files nil
      create-lockfiles nil)
(condition-case reason (in-all-steps)
  (error (push (cons 'error (error-message-string reason)) seen)))
(let ((coding-system-for-write 'utf-8))
  (write-region (json-encode seen) nil (getenv "API_ERRORS_SEEN")))
(kill-emacs 0)
