;;; The same as in emacs.el with lsp-mode in place of Eglot, where they differ.  -*- lexical-binding: t -*-

(require 'json)
(require 'cl-lib)
(require 'flymake)

;; What Emacs does by itself when it does not run a script.
(package-activate-all)

(defvar seen nil)
(defvar workspace default-directory)

(defun wait-for (what condition)
  "Wait until CONDITION holds, and give what it returned."
  (let ((end (+ (float-time) 20)) found)
    (while (not (setq found (funcall condition)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.01))
    found))

(defun open-file (path)
  "Show the file at PATH with its servers, as by `M-x lsp'."
  (set-buffer (find-file-noselect (expand-file-name path workspace)))
  (lsp)
  (wait-for "a server" (lambda () (cl-some (lambda (one) (eq (lsp--workspace-status one) 'initialized)) (lsp-workspaces)))))

(defun go-to (text)
  "Put point on the first place of TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun diagnostics ()
  "Give the diagnostics of the buffer, once there are some."
  (let ((of-file (lambda () (gethash (lsp--fix-path-casing (buffer-file-name)) (lsp-diagnostics t)))))
    (mapcar (lambda (one)
              (let ((range (lsp-get one :range)))
                `((message . ,(lsp-get one :message))
                  (severity . ,(format "%s" (lsp-get one :severity)))
                  (covered . ,(buffer-substring-no-properties
                               (lsp--position-to-point (lsp-get range :start))
                               (lsp--position-to-point (lsp-get range :end)))))))
            (wait-for "diagnostics" of-file))))

(defun hover (text)
  "Give what is shown of TEXT."
  (go-to text)
  (let ((hover (lsp-request "textDocument/hover" (lsp--text-document-position-params))))
    (substring-no-properties (lsp--render-on-hover-content (lsp-get hover :contents) t))))

(defun complete-after (text line label)
  "Add LINE below TEXT, complete before its last character, and accept LABEL."
  (go-to text)
  (end-of-line)
  (insert "\n" line)
  (backward-char)
  (cl-destructuring-bind (start end table . rest) (lsp-completion-at-point)
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
  (let* ((actions (append (lsp-code-actions-at-point) nil))
         (titles (mapcar (lambda (one) (lsp-get one :title)) actions))
         (action (cl-find-if (lambda (one) (string-prefix-p title (lsp-get one :title))) actions)))
    (lsp-execute-code-action (or action (error "No %s among %S" title titles)))
    `((offered . ,(vconcat titles)) (text . ,(buffer-substring-no-properties (point-min) (point-max))))))

(defmacro step (name &rest body)
  `(push (cons ',name (progn ,@body)) seen))

(defun reopen ()
  "Take the file as it is on disk again."
  (revert-buffer t t t)
  (open-file "src/send.py"))

(defun in-all-steps ()
  (open-file "src/send.py")
  (step py_diagnostics (vconcat (diagnostics)))
  (step py_hover (hover "VALIDATION_ERROR"))
  (step py_fix (fix "match " "Add missing"))
  (reopen)
  (step py_completion (complete-after "\"sent twice\")" "    case \"\"" "RATE_LIMITED")))

(setq lsp-auto-guess-root t
      lsp-enable-suggest-server-download nil
      lsp-restart 'ignore
      lsp-session-file (expand-file-name "lsp-session" temporary-file-directory)
      make-backup-files nil
      create-lockfiles nil)
(condition-case reason (in-all-steps)
  (error (push (cons 'error (error-message-string reason)) seen)))
(let ((coding-system-for-write 'utf-8))
  (write-region (json-encode seen) nil (getenv "API_ERRORS_SEEN")))
(kill-emacs 0)
