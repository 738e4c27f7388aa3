# Prints what zsh offers for the line $2 after it has read the script $1, each offer on a line.
# Completion runs only in the line editor of an interactive shell, so one is started on a terminal of its own; the
# editor itself, once it is there, puts the line in, completes it and leaves. Nothing depends on how fast that goes.
zmodload zsh/zpty
setup=$(mktemp -d)
export CAPTURE_SCRIPT=$1 CAPTURE_LINE=$2 CAPTURE_HITS=$setup/hits
: > $CAPTURE_HITS
cat > $setup/setup.zsh <<'END'
PROMPT=
unsetopt beep list_beep
LISTMAX=0
autoload -U compinit
compinit -D -u
source $CAPTURE_SCRIPT
compadd () {
  local -a hits
  builtin compadd -O hits "$@"
  print -rl -- $hits >> $CAPTURE_HITS
  builtin compadd "$@"
}
zle-line-init () {
  LBUFFER=$CAPTURE_LINE
  zle complete-word
  BUFFER=exit
  zle accept-line
}
zle -N zle-line-init
END
zpty shell zsh -f -i
zpty -w shell "source $setup/setup.zsh"
while zpty -r shell line; do :; done
cat $CAPTURE_HITS
rm -rf $setup
